/** Whose number of ours is whose. */
package io.bactrian.tenants;
