#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A value that several threads use, one at a time.
///
/// A lock of the system, which ThreadSanitizer knows; it does not know `Synchronization.Mutex`.
/// Unchecked Sendable, since the value is only touched under the lock.
package final class Shared<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  package init(_ value: Value) {
    self.value = value
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Reads or changes the value while no other thread does; calling it within itself never ends.
  package func use<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body(&value)
  }
}
