/** What the kamelets {@code send-sms-sink}, {@code sms-received-source} and {@code sms-status-source} stand on. */
package io.bactrian.camel.blocks;
