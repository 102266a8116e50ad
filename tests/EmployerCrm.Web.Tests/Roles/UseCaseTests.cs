using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>Every use case of the core, as every role, on records of the own and of another team, against the table.</summary>
public sealed class UseCaseTests
{
    [Fact]
    public void Every_use_case_has_a_row_and_every_row_is_one() =>
        Assert.Equal(UseCase.All.Select(useCase => useCase.Name).Order(StringComparer.Ordinal), RolesTable.UseCases.Select(row => row.What).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_role_may_do_what_the_table_says_and_reads_nothing_of_another_team()
    {
        await using var run = new UseCaseRun();
        await run.OpenAsync();
        (string Column, Actor Actor, Func<RoleRow, string> Cell)[] actors =
        [
            ("own team", Actor.For(run.Team.Specialist, Via.Web), row => row.OwnTeam),
            ("another team", Actor.For(run.Other.Specialist, Via.Web), row => row.OtherTeam),
            ("another team, lead", Actor.For(run.Other.Lead, Via.Web), row => row.OtherTeam is "lead" ? "yes" : row.OtherTeam),
            ("team lead", Actor.For(run.Team.Lead, Via.Web), row => row.Lead),
            ("admin", Actor.For(run.Team.Admin, Via.Web), row => row.Admin),
            ("system", Actor.System(Via.Job), row => row.System),
        ];
        var table = RolesTable.UseCases.ToDictionary(row => row.What);
        var wrong = new List<string>();
        var lines = new List<string>();
        foreach (var useCase in UseCase.All)
        {
            var found = new List<string>();
            foreach (var (column, actor, cell) in actors)
            {
                var came = await run.CallAsync(useCase, actor);
                var isOutside = column is "admin" || column.StartsWith("another", StringComparison.Ordinal);
                var expected = table.TryGetValue(useCase.Name, out var row) ? cell(row) : "?";
                var says = came.IsAllowed ? "yes" : "no";
                found.Add(says);
                if (expected is not "–" && expected != says)
                    wrong.Add($"{useCase.Name}, {column}: {says} ({came.Why}), the table says {expected}");
                if (!came.IsAllowed && came.Changed)
                    wrong.Add($"{useCase.Name}, {column}: refused, and changed something");
                if (isOutside && run.Team.Secrets.FirstOrDefault(secret => came.Text.Contains(secret, StringComparison.Ordinal) && (came.IsAllowed || secret.Contains(World.Secret, StringComparison.Ordinal))) is { } read)
                    wrong.Add($"{useCase.Name}, {column}: reads \"{read}\"");
            }

            lines.Add($"| `{useCase.Name}` | – | {found[0]} | {(useCase.TakesRecord ? found[1] : "–")} | {found[3]} | {found[4]} | {found[5]} |");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', [.. lines, .. wrong]));
    }
}
