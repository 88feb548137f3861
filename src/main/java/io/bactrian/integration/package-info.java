/** What routes of integrators stand on: who listens to what, durably, and how a call to another system is signed. */
package io.bactrian.integration;
