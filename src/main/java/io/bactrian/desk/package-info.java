/** What whoever runs the gateway may see and do through Hawtio: Jolokia's rules, and whose requests they are. */
package io.bactrian.desk;
