/**
 * Sample exports: realistic conversations, and the files that hold them in every shape of the vendor's. One seed gives
 * the same conversations on every machine and in every shape.
 *
 * <p>Doorway: {@link io.botledger.sample.SampleSettings} says how much of what, {@link io.botledger.sample.SampleExports}
 * gives the conversations as objects and writes them as files. Everything that draws or writes stays inside.
 */
package io.botledger.sample;
