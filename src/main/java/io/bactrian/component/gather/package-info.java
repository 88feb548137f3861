/** Gathers what arrives while work is under way, so that components can do it as one. */
package io.bactrian.component.gather;
