using EmployerCrm.Core;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Outbox;

internal sealed class OutboxStops(Session session)
{
    private const string AllSql = """
        select o.channel, o.stopped_at, o.stopped_by_id, s.name as stopped_by_name
        from outbox_stops o
          join specialists s on s.id = o.stopped_by_id
        order by o.channel
        """;

    private const string StopSql = "insert into outbox_stops (channel, stopped_at, stopped_by_id) values (@Channel, @At, @ById)";

    private const string StartSql = "delete from outbox_stops where channel = @Channel";

    public async Task<IReadOnlyList<OutboxStop>> AllAsync() => await session.QueryAsync<OutboxStop>(AllSql);

    public async Task<bool> StopAsync(OutboxChannel channel, Guid byId, DateTimeOffset at)
    {
        try
        {
            return await session.ExecuteAsync(StopSql, new { Channel = channel, At = at, ById = byId }) > 0;
        }
        catch (DuplicateKeyException)
        {
            return false;
        }
    }

    public async Task<bool> StartAsync(OutboxChannel channel) => await session.ExecuteAsync(StartSql, new { Channel = channel }) > 0;
}
