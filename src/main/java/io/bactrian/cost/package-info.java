/** What messages are likely to cost, by the prices that the settings name. */
package io.bactrian.cost;
