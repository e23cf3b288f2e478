/// What the engine is called in the keys of results: what it was built from, not what came of it.
///
/// A library built from the same sources in another folder differs in thousands of bytes, since the
/// names of files and symbols hold the path; its results are the same to the last bit, on every
/// processor. So results that were copied to another machine stay valid there.
package let engineIdentity = {
  #if DEBUG
    "sources \(engineDigest), for debugging"
  #else
    "sources \(engineDigest)"
  #endif
}()
