package io.lanewise.gan;

/** What can go wrong in a training. */
public enum Alarm {
  /** The generator makes little of what there is. */
  COLLAPSED(
      "collapsed",
      "generated rows cover less than half of the held-out ones, or have less than half of their"
          + " joint entropy",
      "try more rows a --pack (4, 8), a larger --latent, or a smaller --generator-rate"),
  /** The generator has nothing to learn from. */
  DISCRIMINATOR_WON(
      "discriminator won",
      "D tells nearly every row, and the generator learns little from who is always sure",
      "try a smaller --discriminator-rate, a higher --dropout (0.25, 0.5), or a larger --generator"),
  /** The numbers are lost. */
  DIVERGED(
      "diverged",
      "a loss or a parameter is not a finite number any more; training stops, the best model is"
          + " kept",
      "try smaller --generator-rate and --discriminator-rate");

  private final String title;
  private final String meaning;
  private final String remedy;

  Alarm(String title, String meaning, String remedy) {
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Its name. */
  public String title() {
    return title;
  }

  /** What it says. */
  public String meaning() {
    return meaning;
  }

  /** What to try. */
  public String remedy() {
    return remedy;
  }
}
