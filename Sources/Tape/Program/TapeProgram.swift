/// A tape ready to be played: sources joined, names known, settings taken out; only a tape without mistakes becomes one.
public struct TapeProgram: Hashable, Sendable {
  /// A step and where it was written.
  public struct Entry: Hashable, Sendable {
    /// The file's name as given.
    public var file: String
    /// Line from 1.
    public var line: Int
    /// What is done.
    public var step: TapeStep
  }

  /// The file that was asked for.
  public var file: String
  /// How the program starts.
  public var start: TapeStart
  /// What is done, in order; neither `Set` nor `World` nor `Source` is among it.
  public var entries: [Entry]

  /// Joins a tape with all it plays, and answers every mistake of all files.
  ///
  /// - Parameters:
  ///   - people: who is in a world of a name; nil where that is not known, and then nobody is missed.
  ///   - read: the bytes of a file by its path; nil when it cannot be read, thrown when it cannot be a tape.
  ///     `Source` paths are relative to the file they stand in.
  public static func assemble(
    _ file: String, vocabulary: TapeVocabulary = TapeVocabulary(),
    people: @escaping (String) -> TapePeople? = { _ in nil }, read: (String) throws(TapeRefusal) -> [UInt8]?
  ) -> (program: TapeProgram, faults: [TapeFault]) {
    var assembly = TapeAssembly(file: file, vocabulary: vocabulary, people: people)
    assembly.add(file, calledFrom: [], call: nil, read: read)
    assembly.checkKeys()
    return (assembly.program, assembly.faults)
  }
}
