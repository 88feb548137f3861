/** The gateway beside what a user would write instead: the same signed load, the same database, in turn. */
package io.bactrian.peers;
