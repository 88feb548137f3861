/** The pages with the messages that came in and that went out. */
package io.bactrian.dashboard.messages;
