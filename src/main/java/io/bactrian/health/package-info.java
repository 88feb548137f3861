/** What the health endpoint tells of the store, the spool and the webhooks that need one of the two. */
package io.bactrian.health;
