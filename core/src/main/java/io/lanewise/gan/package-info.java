/** Generative adversarial networks: losses and training. */
@NullMarked
package io.lanewise.gan;

import org.jspecify.annotations.NullMarked;
