using Dapper;
using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Pages;

/// <summary>The host on the sample data, for tests that look at pages. They share it: what they write is their own.</summary>
public sealed class PagesStack(SampleDatabase sample) : IAsyncLifetime
{
    private static readonly string[] Roles = ["Specialist", "TeamLead", "Admin"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-pages-");
    private CrmHost? _host;
    private Dictionary<string, string> _ids = [];

    internal Uri Address => _host!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Machine.Chromium is null)
            return;
        var database = await sample.CopyToAsync(_folder.FullName, TestContext.Current.CancellationToken);
        _ids = await ReadAsync(database);
        _host = await CrmHost.StartAsync(database, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>An address with the ids of sample records in their places.</summary>
    internal string Of(string example) => _ids.Aggregate(example, (address, id) => address.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    /// <summary>The name of a sample person with a role: "Specialist", "TeamLead", "Admin".</summary>
    internal string Name(string role) => _ids["name-" + role];

    /// <summary>Signs somebody in as people do on a developer's machine, and goes where they wanted to.</summary>
    internal async Task SignInAsync(IPage page, string role, string address)
    {
        await page.GotoAsync(new Uri(Address, "/sign-in?returnUrl=" + Uri.EscapeDataString(Of(address))).ToString());
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = Name(role) }).First.ClickAsync();
    }

    /// <summary>Waits until the scripts of the page answer.</summary>
    internal static Task ReadyAsync(IPage page) => page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    internal Task GoAsync(IPage page, string address) => page.GotoAsync(new Uri(Address, Of(address)).ToString());

    private static async Task<Dictionary<string, string>> ReadAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Pooling=False");
        // The employer with the most to show, of a team that has a lead and a specialist.
        var (employer, team) = await connection.QuerySingleAsync<(string, string)>(
            """
            select e.id, e.team_id from employers e
            where exists (select 1 from specialists s where s.team_id = e.team_id and s.role = 'TeamLead') and exists (select 1 from contacts c where c.employer_id = e.id)
            order by (select count(*) from visits v where v.employer_id = e.id) desc limit 1
            """);
        // The sample has no admin.
        await connection.ExecuteAsync(
            """
            insert into specialists (id, object_id, name, team_id, role, weekly_target)
            values ('0199AAAA-0000-7000-8000-000000000001', 'oid-admin', 'Ada Keeper', @team, 'Admin', 0)
            """,
            new { team });
        var ids = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["employer"] = employer,
            ["team"] = team,
            ["leave"] = await connection.QuerySingleAsync<string>(
                "select l.id from leave_periods l inner join specialists s on s.id = l.specialist_id where s.team_id = @team and s.role = 'Specialist' order by s.name limit 1", new { team }),
            ["contact"] = await connection.QuerySingleAsync<string>("select id from contacts where employer_id = @employer limit 1", new { employer }),
            ["followUp"] = await connection.QueryFirstAsync<string>("select id from follow_ups where team_id = @team and state = 'Open' order by due_on, id", new { team }),
            ["colleague"] = await connection.QueryFirstAsync<string>("select id from specialists where team_id = @team and role = 'Specialist' order by name desc", new { team }),
        };
        (ids["client"], ids["told"]) = await connection.QueryFirstAsync<(string, string)>(
            """
            select p.client_id, p.employer_id from disclosure_permissions p
            where p.team_id = @team and p.ended_on is null and p.level <> 'Nothing'
            order by (select count(*) from disclosure_permissions other where other.client_id = p.client_id) desc, p.client_id
            """,
            new { team });
        (ids["inWork"], ids["placement"]) = await connection.QueryFirstAsync<(string, string)>(
            """
            select c.id, p.id from clients c inner join placements p on p.client_id = c.id
            where c.team_id = @team and c.status <> 'Closed' and p.starts_on <= date('now') and p.ends_on is null
            order by (select count(*) from client_contacts k where k.client_id = c.id) desc, c.id
            """,
            new { team });
        foreach (var role in Roles)
        {
            var (id, name) = await connection.QueryFirstAsync<(string, string)>(
                "select id, name from specialists where role = @role and team_id = @team order by name", new { role, team });
            ids["name-" + role] = name;
            ids["person"] = id;
        }

        return ids;
    }
}
