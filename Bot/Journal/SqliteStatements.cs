using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Journal;

/// <summary>A connection's statements, each prepared once: SQLite takes longer to read a statement and its triggers than to carry it out.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    private readonly Dictionary<(string Sql, Type Values), SqliteCommand> _prepared = [];

    /// <summary>Whether the values can be bound as they are: only Dapper spreads out a list among them.</summary>
    public static bool Take(object values) =>
        values is not SqlMapper.IDynamicParameters && Array.TrueForAll(Of(values.GetType()), value => value.PropertyType == typeof(string) || !value.PropertyType.IsAssignableTo(typeof(IEnumerable)));

    /// <param name="values">An object whose properties are the parameters, or a list of such: carried out for each.</param>
    /// <returns>How many rows were changed.</returns>
    public int Execute(SqliteTransaction transaction, string sql, object values)
    {
        if (values is not IEnumerable each) return Filled(transaction, sql, values).ExecuteNonQuery();
        var changed = 0;
        foreach (var one in each) changed += Filled(transaction, sql, one).ExecuteNonQuery();
        return changed;
    }

    /// <returns>The first column of the first row; null where there is none.</returns>
    public string? Text(SqliteTransaction transaction, string sql, object values) => Filled(transaction, sql, values).ExecuteScalar() as string;

    /// <summary>To be read to its end and disposed before the same question is asked again.</summary>
    public SqliteDataReader Rows(string sql, object values) => Filled(null, sql, values).ExecuteReader();

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }

    private static PropertyInfo[] Of(Type values) => Properties.GetOrAdd(values, static of => of.GetProperties(BindingFlags.Instance | BindingFlags.Public));

    private SqliteCommand Filled(SqliteTransaction? transaction, string sql, object values)
    {
        var type = values.GetType();
        var properties = Of(type);
        if (!_prepared.TryGetValue((sql, type), out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var property in properties) command.Parameters.Add(new SqliteParameter { ParameterName = $"@{property.Name}" });
            _prepared.Add((sql, type), command);
        }

        command.Transaction = transaction;
        for (var i = 0; i < properties.Length; i++) command.Parameters[i].Value = properties[i].GetValue(values) ?? DBNull.Value;
        return command;
    }
}
