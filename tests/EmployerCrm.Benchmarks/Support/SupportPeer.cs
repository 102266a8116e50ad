using Microsoft.Data.Sqlite;

namespace EmployerCrm.Benchmarks.Support;

/// <summary>
/// The same file without rules: a transaction for each job with ten bare rows, a bare change of the due days, and the due lists read as one would without an
/// index for them.
/// </summary>
internal sealed class SupportPeer : IAsyncDisposable
{
    private const string InsertSql = """
        insert into bare_follow_ups (id, placement_id, owner_id, title, due_on, state) values (@id, @placement, @owner, 'Be in touch', @due, 'Open')
        """;

    private const string DueSql = """
        select f.id, f.title, f.due_on, e.name, c.reference
        from follow_ups f not indexed
          left join employers e on e.id = f.employer_id
          left join clients c on c.id = f.client_id
        where f.state = 'Open' and (@owner is null or f.owner_id = @owner) and (@team is null or f.team_id = @team) and f.due_on <= @upTo
        order by f.due_on
        """;

    private readonly SqliteConnection _connection;

    private SupportPeer(SqliteConnection connection) => _connection = connection;

    public static async Task<SupportPeer> OpenAsync(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var peer = new SupportPeer(connection);
        await peer.RunAsync("pragma synchronous = full; create table bare_follow_ups (id text primary key, placement_id text, owner_id text, title text, due_on text, state text); create index ix_bare on bare_follow_ups (placement_id)");
        return peer;
    }

    public async Task CreateAsync(Guid placement, DateOnly from, int rows)
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        for (var row = 0; row < rows; row++)
            await RunAsync(InsertSql, ("@id", $"{placement}{row}"), ("@placement", placement.ToString()), ("@owner", "someone"), ("@due", Day(from.AddDays(7 * row))));
        await transaction.CommitAsync();
    }

    public Task MoveAsync(Guid placement, int days) =>
        RunAsync("update bare_follow_ups set due_on = date(due_on, @days || ' days') where placement_id = @placement", ("@placement", placement.ToString()), ("@days", days));

    public async Task<int> DueAsync(Guid? owner, Guid? team, DateOnly upTo)
    {
        await using var command = Command(DueSql, ("@owner", Key(owner)), ("@team", Key(team)), ("@upTo", Day(upTo)));
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
            rows++;
        return rows;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string? Key(Guid? id) => id?.ToString("D").ToUpperInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private async Task RunAsync(string sql, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 120;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
