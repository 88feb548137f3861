/**
 * How the simulator misbehaves: the plan of faults, what chance or magic makes of it for each call, and the ways in which
 * an answer comes late, broken or never. What the simulator accepted is known one package above.
 */
package io.bactrian.provider.simulator.fault;
