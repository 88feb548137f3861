/** What is told to systems that others run, where a setting names them: traces to OpenTelemetry, errors to Sentry. */
package io.bactrian.telemetry;
