/// The places with the highest scores among those added, at most so many of them.
///
/// A heap with the least of them on top: n places cost O(n log limit), however many they are.
struct BestPlaces {
  private let limit: Int
  /// Score, then how early the place is, in one number: greater is better. No child is less than
  /// its parent.
  private var heap: [UInt64] = []

  /// An empty selection that will hold `limit` places at most.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether there are as many as there may be.
  var isFull: Bool { heap.count >= limit }

  /// The least score among them; 0 without any.
  var leastScore: Int { heap.first.map { Int($0 >> 32) } ?? 0 }

  /// Takes a place in, if it is among the best so far. Scores are from 0 to 2³¹.
  mutating func add(_ place: UInt32, score: Int) {
    let entry = UInt64(score) << 32 | UInt64(UInt32.max - place)
    if heap.count < limit {
      heap.append(entry)
      rise(heap.count - 1)
    } else if let least = heap.first, least < entry {
      heap[0] = entry
      sink(0)
    }
  }

  /// Highest scores first; of equal ones the earlier place.
  var sorted: [(place: UInt32, score: Int)] {
    heap.sorted(by: >).map { (UInt32.max - UInt32(truncatingIfNeeded: $0), Int($0 >> 32)) }
  }

  private mutating func rise(_ index: Int) {
    var index = index
    while index > 0, heap[index] < heap[(index - 1) / 2] {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink(_ index: Int) {
    var index = index
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      guard least != index else { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
