using EmployerCrm.Core.Employers;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Benchmarks.Employers;

/// <summary>The same questions to the same file, as one would ask them without keys, summaries and indexes for it.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private const string LikeSql = """
        select e.id, e.name
        from employers e not indexed
        where e.name_key like '%' || @word || '%' or e.town_key like '%' || @word || '%' or lower(e.postcode) like '%' || @word || '%'
          or exists (select 1 from contacts c where c.employer_id = e.id and c.name_key like '%' || @word || '%')
        order by e.name_key
        limit 10
        """;

    private const string ListSql = """
        select e.id, e.name, e.town, a.last_on, v.visits, count(*) over () as total
        from employers e not indexed
          left join (select employer_id, max(last_on) as last_on from employer_activity group by employer_id) a on a.employer_id = e.id
          left join (select employer_id, count(*) as visits from visits where state = 'Held' group by employer_id) v on v.employer_id = e.id
        where e.archived_on is null and (@owner is null or e.owner_id = @owner) and (@town is null or e.town_key = @town) and (@division is null or e.sic_division = @division)
          and (@tag is null or e.tags like '%' || @tag || '%') and (@quiet is null or a.last_on is null or a.last_on < @quiet)
          and (@text is null or e.name_key like '%' || @text || '%')
        order by case @sort when 'LastContact' then a.last_on when 'Level' then v.visits else e.name_key end
        limit @rows
        """;

    private const string HistorySql = """
        select v.visited_on, v.channel, v.notes, s.name
        from visits v not indexed
          inner join specialists s on s.id = v.specialist_id
        where v.employer_id = @employer
        order by v.visited_on desc
        limit @rows
        """;

    private readonly SqliteConnection _connection;

    private Peer(SqliteConnection connection) => _connection = connection;

    public static async Task<Peer> OpenAsync(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        return new Peer(connection);
    }

    public Task LikeAsync(string word) => ReadAsync(LikeSql, ("@word", word));

    public Task ListAsync(EmployerFilter filter, EmployerSort sort, int rows) => ReadAsync(
        ListSql,
        ("@owner", filter.OwnerId?.ToString("D").ToUpperInvariant()),
        ("@town", filter.Place is { } place ? FoldedText.Key(place) : null),
        ("@division", filter.SicDivision),
        ("@tag", filter.Tag),
        ("@quiet", filter.QuietForDays is { } days ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-days).ToString("yyyy-MM-dd", null) : null),
        ("@text", filter.Text is { } text ? FoldedText.Key(text) : null),
        ("@sort", sort.By.ToString()),
        ("@rows", rows));

    public Task HistoryAsync(Guid employerId, int rows) => ReadAsync(HistorySql, ("@employer", employerId.ToString("D").ToUpperInvariant()), ("@rows", rows));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ReadAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            _ = reader.GetValue(0);
    }
}
