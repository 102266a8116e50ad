using System.Collections;
using System.Data.Common;
using System.Globalization;
using Dapper;
using EmployerCrm.Core;
using EmployerCrm.Store.Remembering;

namespace EmployerCrm.Store.Sql;

/// <summary>The one class through which SQL goes. Parameters are typed for the engine here; rows are read by Dapper.</summary>
internal sealed class Session(SessionContext context, CancellationToken cancellationToken)
{
    /// <summary>Makes lease tokens; rows get their ids from the use case.</summary>
    public Ids Ids => context.Ids;

    /// <summary>The same session without its recorder, for what tests run beside the statements of the store.</summary>
    internal Session Unrecorded() => new(context with { Recorder = null }, cancellationToken);

    public async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        var values = Named(StatementShape.Of(sql, parameters?.GetType()), parameters);
        var text = Text(sql, values);
        var kept = context.Commands?.Command(text);
        var command = kept?.Command ?? NewCommand(text);
        try
        {
            SetParameters(command, values);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<T>();
            Func<DbDataReader, object>? parse = null;
            while (await reader.ReadAsync(cancellationToken))
            {
                parse ??= kept?.Parser(reader, typeof(T)) ?? reader.GetRowParser(typeof(T));
                rows.Add(parse(reader) is var row && row is T typed ? typed : (T)Convert.ChangeType(row, typeof(T), CultureInfo.InvariantCulture));
            }

            return rows;
        }
        finally
        {
            Release(command);
        }
    }

    /// <summary>What is remembered of the directory as this transaction sees it; null where it must read.</summary>
    public ValueTask<Remembered?> RememberedAsync() => context.Directory.SeenAsync(this);

    /// <summary>Rows of the directory: remembered, or read and from now on remembered.</summary>
    public async ValueTask<T?> RememberedAsync<TKey, T>(Func<Remembered, Shelf<TKey, T>> shelf, TKey key, Func<TKey, Task<T?>> read)
        where TKey : notnull
        where T : class
    {
        if (await RememberedAsync() is not { } remembered)
            return await read(key);
        if (shelf(remembered).TryGet(key, out var known))
            return known;
        var value = await read(key);
        if (value is not null && MayRemember)
            shelf(remembered).Keep(key, value);
        return value;
    }

    public bool MayRemember => context.Directory.MayKeep;

    /// <summary>The first row, or null.</summary>
    public async Task<T?> SingleAsync<T>(string sql, object? parameters = null)
        where T : class
    {
        var rows = await QueryAsync<T>(sql, parameters);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>The number in the first row; null where there is none.</summary>
    public async Task<long?> NumberAsync(string sql, object? parameters = null)
    {
        if (context.Commands is not { } commands)
            return await QueryAsync<long>(sql, parameters) is [var number, ..] ? number : null;
        var values = Named(StatementShape.Of(sql, parameters?.GetType()), parameters);
        return commands.Statement(Text(sql, values)).Number(values);
    }

    /// <summary>A count.</summary>
    public async Task<int> CountAsync(string sql, object? parameters = null) => (int)(await NumberAsync(sql, parameters) ?? 0);

    /// <summary>Runs a query with an <c>in @list</c> as often as a long list needs.</summary>
    public async Task<List<T>> QueryInChunksAsync<T, TItem>(string sql, IReadOnlyCollection<TItem> items, Func<TItem[], object> parameters)
    {
        var rows = new List<T>();
        foreach (var chunk in items.Chunk(StatementText.LongestList))
            rows.AddRange(await QueryAsync<T>(sql, parameters(chunk)));
        return rows;
    }

    /// <summary>Returns how many rows were changed.</summary>
    /// <exception cref="DuplicateKeyException">A row with that key is there already.</exception>
    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        if (context.ReadOnly)
            throw new InvalidOperationException("This session only reads; use WriteAsync.");
        var values = Named(StatementShape.Of(sql, parameters?.GetType()), parameters);
        var text = Text(sql, values);
        try
        {
            var rows = context.Commands is { } commands ? commands.Statement(text).Execute(values) : await ExecuteOnceAsync(text, values);
            if (rows > 0 && values.Shape.ChangesDirectory)
                context.Directory.Changed();
            return rows;
        }
        catch (DbException error) when (context.Dialect.IsDuplicateKey(error))
        {
            throw new DuplicateKeyException("A row with that key is there already.", error);
        }
    }

    /// <summary>Writes rows as they are, so that who changes them in another transaction waits. Where one writes at a time nobody else does.</summary>
    public Task HoldAsync(string sql, object parameters)
    {
        if (!context.Dialect.HasOneWriter)
            return ExecuteAsync(sql, parameters);
        context.Recorder?.Record(sql, StatementShape.Of(sql, parameters.GetType()).Text(Dialects.SqlServer, 0));
        return Task.CompletedTask;
    }

    private async Task<int> ExecuteOnceAsync(string text, NamedValues values)
    {
        await using var command = NewCommand(text);
        SetParameters(command, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The rows in the stretches that one statement each inserts.</summary>
    public static IEnumerable<IReadOnlyList<T>> InStatements<T>(IReadOnlyList<T> rows)
    {
        var start = 0;
        foreach (var length in StatementText.Stretches(rows.Count))
        {
            yield return [.. rows.Skip(start).Take(length)];
            start += length;
        }
    }

    /// <summary>Inserts a stretch of rows by one statement, which names them <c>values @Rows(Column, …)</c>.</summary>
    /// <exception cref="DuplicateKeyException">One of them is there already, and none was added.</exception>
    public Task<int> ExecuteRowsAsync<T>(string sql, IReadOnlyList<T> rows) => ExecuteAsync(sql, new { Rows = rows });

    /// <summary>Runs one statement for each item.</summary>
    public async Task ExecuteEachAsync<T>(string sql, IEnumerable<T> items)
        where T : class
    {
        foreach (var item in items)
            await ExecuteAsync(sql, item);
    }

    /// <summary>Updates, and when no row was hit, inserts; a row that another node inserted in between is updated after all.</summary>
    public async Task UpsertAsync(string updateSql, string insertSql, object parameters)
    {
        if (await ExecuteAsync(updateSql, parameters) > 0)
            return;
        try
        {
            await ExecuteAsync(insertSql, parameters);
        }
        catch (DuplicateKeyException)
        {
            await ExecuteAsync(updateSql, parameters);
        }
    }

    /// <summary>The same for rows that are mostly new.</summary>
    public async Task InsertOrUpdateAsync(string insertSql, string updateSql, object parameters)
    {
        try
        {
            await ExecuteAsync(insertSql, parameters);
        }
        catch (DuplicateKeyException)
        {
            await ExecuteAsync(updateSql, parameters);
        }
    }

    private static NamedValues Named(StatementShape shape, object? parameters) =>
        new(shape, parameters, (shape.Rows?.Of ?? shape.List?.Of) is { } items ? [.. ((IEnumerable)items(parameters!)!).Cast<object>()] : []);

    private string Text(string sql, NamedValues values)
    {
        cancellationToken.ThrowIfCancellationRequested();
        context.Recorder?.Record(sql, values.Shape.Text(Dialects.SqlServer, values.Room));
        return values.Shape.Text(context.Dialect, values.Room);
    }

    private void SetParameters(DbCommand command, NamedValues values)
    {
        var count = values.Count;
        for (var index = 0; index < count; index++)
            context.Dialect.SetParameter(command, index, values);
    }

    private DbCommand NewCommand(string text)
    {
        var command = context.Connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = context.Transaction;
        return command;
    }

    private void Release(DbCommand command)
    {
        if (context.Commands is null)
            command.Dispose();
    }
}
