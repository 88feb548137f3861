/** What can be asked about messages, in and out. */
package io.bactrian.messages;
