/** So many of so many; shown as a percentage, or a dash when there is nothing to divide by. */
export interface Share {
  part: number
  whole: number
}

/** What the city publishes about how well it does, domain.md §4.6 and §5.10. */
export interface Figures {
  /** Ratings of level 3 and better, of all. */
  satisfied: Share
  /** Bad ratings that were answered, of all bad ones. */
  rectified: Share
  /** Case items decided by their due day, of all decided. */
  onTime: Share
  /** Call-backs that called the matter solved, of all call-backs. */
  solved: Share
}
