package io.lanewise.arrow;

/**
 * A dictionary as it stands between two messages that change it.
 *
 * @param chain the dictionary from its beginning, with all that is added to it
 * @param parts how many of the chain's parts are there already
 */
record DictionaryVersion(DictionaryChain chain, int parts) {}
