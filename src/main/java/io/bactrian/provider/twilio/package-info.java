/** Twilio: its signed webhooks, its REST calls, and what its answers mean to the gateway. */
package io.bactrian.provider.twilio;
