/** The pages of the directory: who is known, and which groups they are in. */
package io.bactrian.dashboard.users;
