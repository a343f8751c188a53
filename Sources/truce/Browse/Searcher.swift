import Browser
import Records
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Carries searches out on a thread of its own, one after another; the loop is woken when a result
/// is there.
///
/// Of each purpose only the latest request matters: a later one takes the place of one that waits,
/// and cancels one that runs. A class, since two threads share it; what they share is only touched
/// under the lock: unchecked Sendable.
final class Searcher: @unchecked Sendable {
  private let chronicle: Chronicle
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let bell = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Under the lock: requests that wait, the oldest first.
  private var waiting: [SearchRequest] = []
  /// Under the lock: the request that is being carried out.
  private var current: SearchRequest?
  /// Under the lock: results that nobody has taken.
  private var results: [SearchResult] = []

  /// Starts the thread. It lives as long as the program, and so does this.
  init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
    pthread_mutex_init(lock, nil)
    pthread_cond_init(bell, nil)
    var thread = pthread_t(bitPattern: 0)
    pthread_create(&thread, nil, Self.main, Unmanaged.passRetained(self).toOpaque())
  }

  /// Whether a result is still to come, or to be taken.
  var isBusy: Bool {
    locked { current != nil || !waiting.isEmpty || !results.isEmpty }
  }

  /// Asks for a search.
  func begin(_ request: SearchRequest) {
    locked {
      waiting.removeAll { $0.purpose == request.purpose }
      waiting.append(request)
      pthread_cond_signal(bell)
    }
  }

  /// The results that have come since the last call.
  func takeResults() -> [SearchResult] {
    locked {
      defer { results = [] }
      return results
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  // MARK: The thread

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    argument in
    if let argument { Unmanaged<Searcher>.fromOpaque(argument).takeUnretainedValue().work() }
    return nil
  }

  private func work() {
    var finder = Finder(chronicle, today: Stores.today)
    // Where one begins is where one searches first.
    if locked({ waiting.isEmpty }) { finder.prepare(.timeline) }
    // The views whose fields are read while nothing is asked, and how many of them are done.
    var (views, done) = ([View.timeline], 0)
    while true {
      while done < views.count, locked({ waiting.isEmpty }) {
        if finder.prepareFields(of: views[done], isCancelled: { locked { !waiting.isEmpty } }) {
          done += 1
        }
      }
      let request = next()
      if !views.contains(request.view) { views.append(request.view) }
      let result = finder.answer(request) { isSuperseded(request) }
      locked {
        current = nil
        if let result {
          results.append(result)
        } else if request.canWait, !waiting.contains(where: { $0.purpose == request.purpose }) {
          waiting.append(request)
        }
      }
      Waker().wake()
    }
  }

  /// The next request, once there is one.
  private func next() -> SearchRequest {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waiting.isEmpty { pthread_cond_wait(bell, lock) }
    let request = waiting.removeFirst()
    current = request
    return request
  }

  private func isSuperseded(_ request: SearchRequest) -> Bool {
    locked { waiting.contains { request.givesWay(to: $0) } }
  }
}
