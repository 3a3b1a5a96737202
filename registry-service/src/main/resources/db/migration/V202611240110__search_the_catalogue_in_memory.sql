-- The catalogue is searched in memory.
drop index commodity_term_folded;
drop index commodity_term_squeezed;
