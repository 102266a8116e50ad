using System.Net;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;
using EmployerCrm.Web.Tests.SignIn;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>Every address of the host, as every role, with the ids of the own and of another team in every place, against the table.</summary>
public sealed class EndpointTests
{
    private const int Few = 6;

    private static bool IsBuildServer { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    [Fact]
    public async Task Every_address_has_a_row_and_every_row_is_one()
    {
        await using var development = await TwoTeamsHost.StartAsync();
        await using var entra = await TestEntra.StartAsync();
        await using var signIn = await TwoTeamsHost.StartAsync([.. entra.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);

        var there = development.Endpoints().Concat(signIn.Endpoints()).Select(endpoint => $"{endpoint.Method} {endpoint.Pattern}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(there, RolesTable.Endpoints.Select(row => row.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_role_gets_in_where_the_table_says()
    {
        await using var host = await TwoTeamsHost.StartAsync();
        (string Column, Specialist? Person, Func<RoleRow, string> Cell)[] roles =
        [
            ("unknown", null, row => row.Unknown),
            ("own team", host.Team.Specialist, row => row.OwnTeam),
            ("another team", host.Other.Specialist, row => row.OtherTeam),
            ("team lead", host.Team.Lead, row => row.Lead),
            ("admin", host.Team.Admin, row => row.Admin),
        ];
        var table = RolesTable.Endpoints.ToDictionary(row => row.What);
        var (wrong, lines) = (new List<string>(), new List<string>());
        foreach (var (method, pattern) in host.Endpoints())
        {
            var found = new List<string>();
            foreach (var (column, person, cell) in roles)
            {
                var answer = await CallAsync(host, person, method, Places.Fill(pattern, host.Team));
                var says = IsRefused(answer, pattern) ? "no" : "yes";
                found.Add(says);
                var expected = table.TryGetValue($"{method} {pattern}", out var row) ? cell(row) : "?";
                if (expected is not "–" && expected != says)
                    wrong.Add($"{method} {pattern}, {column}: {says} ({answer.Status} {answer.To}), the table says {expected}");
            }

            lines.Add($"| `{method} {pattern}` | {string.Join(" | ", found)} | – |");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', [.. lines, .. wrong]));
    }

    [Fact]
    public async Task Nobody_outside_a_team_reads_or_changes_what_is_its_own_with_its_ids_in_any_address_or_form()
    {
        await using var host = await TwoTeamsHost.StartAsync();
        var before = host.TeamRows();
        Assert.True(before.Count > 10, "The team has no rows to protect.");
        var wrong = new List<string>();
        var asked = 0;
        foreach (var (method, pattern) in host.Endpoints().Where(endpoint => !endpoint.Pattern.StartsWith("/admin", StringComparison.Ordinal) && endpoint.Pattern is not ("/dev/clock" or "/api/messages")))
        {
            foreach (var person in new[] { null, host.Other.Specialist, host.Other.Lead, host.Team.Admin })
            {
                foreach (var (name, value) in Tried(pattern, person, host))
                {
                    var address = Places.Fill(pattern, host.Team);
                    var answer = method == "GET" ? await CallAsync(host, person, method, $"{address}?{name}={Uri.EscapeDataString(value)}") : await CallAsync(host, person, method, address, (name, value));
                    asked++;
                    if (host.Team.IsReadIn(answer.Text, butReferences: Places.IsEcho(name)))
                        wrong.Add($"{method} {pattern} with {name}, {person?.Name ?? "nobody"}: reads what is the team's own");
                }

                var everything = Places.Names(host.Team).ToArray();
                var whole = method == "GET"
                    ? await CallAsync(host, person, method, Places.Fill(pattern, host.Team) + "?" + string.Join('&', everything.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")))
                    : await CallAsync(host, person, method, Places.Fill(pattern, host.Team), everything);
                if (host.Team.IsReadIn(whole.Text, butReferences: true))
                    wrong.Add($"{method} {pattern} with everything, {person?.Name ?? "nobody"}: reads what is the team's own");
                if (before.Except(host.TeamRows()).Any())
                {
                    wrong.Add($"{method} {pattern}, {person?.Name ?? "nobody"}: changed what is the team's own");
                    before = host.TeamRows();
                }
            }
        }

        Assert.True(asked > 200, $"Only {asked} requests were made.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    /// <summary>
    /// The names that are tried one by one, beside all of them together. Nobody in particular stops at the door whatever they send. A build server has the time
    /// for every name as a colleague of another team, and for some as others; elsewhere a few of them for each address must do.
    /// </summary>
    private static IEnumerable<(string Name, string Value)> Tried(string pattern, Specialist? person, TwoTeamsHost host)
    {
        var oneOf = (person == host.Other.Specialist, IsBuildServer) switch
        {
            (true, true) => 1,
            (true, false) => Few,
            (false, true) when person is not null => Few,
            _ => 0,
        };
        return oneOf == 0 ? [] : Places.Names(host.Team).Where((_, place) => (place + pattern.Length) % oneOf == 0);
    }

    private static async Task<Visitor.Answer> CallAsync(TwoTeamsHost host, Specialist? person, string method, string address, params (string Name, string Value)[] fields)
    {
        var visitor = await host.VisitorAsync(person);
        return method == "POST" ? await visitor.SubmitAsync("/sign-in", address, fields) : await visitor.GetAsync(address);
    }

    private static bool IsRefused(Visitor.Answer answer, string pattern) =>
        answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        || (answer.To?.StartsWith("/sign-in", StringComparison.Ordinal) is true && !pattern.StartsWith("/sign", StringComparison.Ordinal));
}
