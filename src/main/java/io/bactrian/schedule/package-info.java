/** When a message may leave: the time that was asked for, quiet hours where its recipient lives, and how long it is valid. */
package io.bactrian.schedule;
