/** Tests of the Arrow reader and writer, and the hand-made inputs they are fed. */
@NullMarked
package io.lanewise.arrow;

import org.jspecify.annotations.NullMarked;
