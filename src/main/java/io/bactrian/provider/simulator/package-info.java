/**
 * The stand-in for Twilio: its REST paths, its statuses and its signed callbacks, served inside the process under
 * {@code /simulator}. The default start thereby runs the very code that production runs. It exists only while
 * {@code sms.providers} does not name {@code twilio}.
 */
package io.bactrian.provider.simulator;
