import Browser
import Screen
import Testing

@Suite("The table of commands")
struct CommandTableTests {
  @Test("Every command has exactly one row, with a name, a help and a key")
  func complete() {
    for command in Command.allCases {
      #expect(CommandTable.rows.count { $0.command == command } == 1, "\(command)")
    }
    for row in CommandTable.rows {
      #expect(!row.name.isEmpty && !row.help.isEmpty && !row.keys.isEmpty, "\(row.command)")
      #expect(!row.scopes.isEmpty, "\(row.command)")
      #expect(row.help.count <= 60, "\(row.command): \(row.help.count)")
    }
    #expect(Set(CommandTable.rows.map(\.name)).count == CommandTable.rows.count)
  }

  @Test("Every key can be read, and Control and I is never bound")
  func readable() throws {
    for row in CommandTable.rows {
      for keys in row.keys {
        let parsed = try Key.parse(keys)
        #expect(!parsed.isEmpty && !parsed.contains(.control("i")), "\(row.command): \(keys)")
      }
    }
  }

  @Test(
    "No two commands share a key in one place, and no key begins another's", arguments: Scope.each)
  func unambiguous(_ scope: Scope) throws {
    var owners: [[Key]: Command] = [:]
    for row in CommandTable.rows where row.scopes.contains(scope) {
      for keys in row.keys {
        let parsed = try Key.parse(keys)
        #expect(owners[parsed] == nil, "\(keys) of \(row.command)")
        owners[parsed] = row.command
      }
    }
    for (keys, command) in owners {
      for (other, owner) in owners where other.count > keys.count {
        #expect(Array(other.prefix(keys.count)) != keys, "\(command) hides \(owner)")
      }
    }
  }

  @Test("Every key of the table leads to its command")
  func bound() throws {
    for row in CommandTable.rows {
      for keys in row.keys {
        let parsed = try Key.parse(keys)
        for scope in Scope.each where row.scopes.contains(scope) {
          #expect(Keymap.standard.match(parsed, in: scope) == .command(row.command))
          for length in 1..<max(1, parsed.count) where length < parsed.count {
            #expect(Keymap.standard.match(Array(parsed.prefix(length)), in: scope) == .prefix)
          }
        }
      }
    }
  }

  @Test("A key that no row has is not bound")
  func unbound() throws {
    #expect(Keymap.standard.match([.character("~")], in: .list) == .unbound)
    #expect(Keymap.standard.match(try Key.parse("gz"), in: .list) == .unbound)
  }

  @Test("The list for the README has every command and escapes what Markdown would read")
  func markdown() {
    let text = CommandTable.markdown()
    for row in CommandTable.rows {
      #expect(text.contains(row.help), "\(row.command)")
    }
    #expect(text.contains("| `j` `Down` |"))
    #expect(text.contains("`^d`"))
    #expect(text.contains("`PgDn`"))
  }

  @Test(
    "The palette puts the name that begins with the text first",
    arguments: [
      ("quo", Command.showQuotes), ("go", .goToDate), ("date", .goToDate), ("gt", .showTimeline),
      ("SEARCH", .find), ("red", .redraw), ("nhit", .findNext), ("next  day", .nextDay),
    ])
  func palette(_ typed: String, _ command: Command) {
    #expect(CommandTable.matches(typed, in: .list).first?.command == command)
  }

  @Test("The palette lists every command of a pane while nothing is typed")
  func wholePalette() {
    let rows = CommandTable.matches("", in: .list)
    #expect(rows.count == CommandTable.rows.count { $0.scopes.contains(.list) } - 1)
    #expect(CommandTable.matches("qqqq", in: .list).isEmpty)
  }
}
