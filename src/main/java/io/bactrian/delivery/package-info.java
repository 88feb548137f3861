/** What becomes of messages after the provider has taken them. */
package io.bactrian.delivery;
