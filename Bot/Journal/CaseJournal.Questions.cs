using System.Text.Json;
using Dapper;

namespace DisclosureBot.Journal;

public sealed partial class CaseJournal
{
    /// <summary>One question, to be asked of smaller and greater sets of cases; the newest that fit come first.</summary>
    private sealed class Question
    {
        private const string InOrder = "ORDER BY c.updated_at DESC, c.id DESC";

        /// <summary>How many of the last changed cases are looked at where nothing leaves few: most questions are answered by the nearest.</summary>
        public static IReadOnlyList<int> Walks { get; } = [400, 6_000];

        private readonly CaseJournal _journal;
        private readonly ISqlDialect _dialect;
        private readonly string _row;
        private readonly string _columns;
        private readonly string _sought;
        private readonly DynamicParameters _values;
        private readonly string _fits;
        private readonly string _walked;
        private readonly bool _seesAll;
        private readonly List<string> _sets;

        public Question(CaseJournal journal, ISqlDialect dialect, string bureauId, CaseQuery query, Reach within, IReadOnlyList<string> words, int most)
        {
            (_journal, _dialect, _row, _seesAll) = (journal, dialect, dialect.Words.Row, within.Everything);
            _columns = $"c.id, c.updated_at, c.words, c.{_row}";
            // Read from the index alone, without the state that makes a case's own row long.
            _sought = $"cases c{dialect.By("cases_sought")}";
            _values = Values(bureauId, query, within, most);
            for (var i = 0; i < words.Count; i++) _values.Add($"word{i}", $"%{Plain(words[i])}%");
            _fits = string.Concat(words.Select((_, i) => $@" AND c.words LIKE @word{i} ESCAPE '\'")) + journal.Narrowing(query);
            _walked = (query.Owner is null ? "" : " AND c.owner = @Owner") + (query.Open is true ? " AND c.open = 1" : "");
            _sets = [.. journal.Sets(query, within)];
        }

        /// <summary>Asked of these rows of the index; their numbers are a value, for a statement of thousands of them takes longer to read than to answer.</summary>
        public async Task<List<Hit>> Of(List<long> rows, CancellationToken stop)
        {
            if (rows.Count == 0) return [];
            _values.Add("rows", JsonSerializer.Serialize(rows));
            return await Ask($"{_dialect.Listed("rows")} f CROSS JOIN {_sought} WHERE c.{_row} = f.n", stop);
        }

        /// <summary>Asked of the smallest set that one of its conditions or the asker's reach leaves; null where none leaves few.</summary>
        public async Task<List<Hit>?> OfFew(CancellationToken stop)
        {
            if (_sets.Count == 0) return null;
            var sizes = (await _journal.All($"SELECT {string.Join(", ", _sets.Select(set => $"(SELECT COUNT(*) FROM (SELECT 1 FROM ({set}) s LIMIT {Few + 1}) n)"))}", _values,
                row => Enumerable.Range(0, _sets.Count).Select(row.GetInt64).ToList(), stop))[0];
            var smallest = sizes.IndexOf(sizes.Min());
            return sizes[smallest] > Few ? null : await Ask(
                $"(SELECT DISTINCT id FROM ({_sets[smallest]}) s) f CROSS JOIN cases c WHERE c.id = f.id", stop);
        }

        /// <summary>Asked of so many of the last changed cases.</summary>
        public Task<List<Hit>> OfTheNewest(int walk, CancellationToken stop) => Ask(
            $"(SELECT c.{_row} AS n FROM cases c WHERE c.bureau = @bureauId{_walked} {InOrder} LIMIT {walk}) f CROSS JOIN {_sought} WHERE c.{_row} = f.n", stop);

        /// <remarks>Whom a case concerns is looked up last and in order, only until enough are found: of all that is compared, it alone lies elsewhere.</remarks>
        private Task<List<Hit>> Ask(string from, CancellationToken stop)
        {
            var fitting = $"FROM {from} AND c.bureau = @bureauId{_fits} {InOrder}";
            return _journal.All(
                _seesAll ? $"SELECT {_columns} {fitting} LIMIT @most" : $"SELECT {_columns} FROM (SELECT {_columns}, c.bureau, c.kind, c.owner, c.section {fitting} LIMIT {Many + 1}) c WHERE {Reached} LIMIT @most",
                _values, row => new Hit(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)), stop);
        }
    }
}
