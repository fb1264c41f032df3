package io.lanewise.gan;

import io.lanewise.evaluate.NotScored;
import java.util.List;

/**
 * What a discriminator proves about rows that it has not seen. Information is in nats.
 *
 * @param realRows rows of the real data
 * @param generatedRows rows of the generated data
 * @param usedRows rows of each side that were dealt into the halves
 * @param learntRows rows of each side that the discriminator has learnt from
 * @param choosingRows rows of each side that chose when to end
 * @param differentRows how many of the tested rows, of both sides, are different
 * @param columns names of the columns that were compared
 * @param notCompared columns that were not, each with the reason
 * @param steps steps of learning
 * @param bestStep the one after which the discriminator was best, 0 for never
 * @param guesses what it takes the tested rows for, as many of either side
 * @param roc how well its logits order them
 * @param verdict the value function over them; its standard error takes equal rows for one draw
 */
public record ClassifierResult(
    long realRows,
    long generatedRows,
    int usedRows,
    int learntRows,
    int choosingRows,
    int differentRows,
    List<String> columns,
    List<NotScored> notCompared,
    long steps,
    long bestStep,
    Guesses guesses,
    RocArea roc,
    Verdict verdict) {

  /** Copies the lists. */
  public ClassifierResult {
    columns = List.copyOf(columns);
    notCompared = List.copyOf(notCompared);
  }
}
