using System.CommandLine;
using System.Reflection;
using EmployerCrm.Bot;
using EmployerCrm.Web.Verbs;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>The buttons of cards and the verbs of the host: each has its row.</summary>
public sealed class VerbTests
{
    [Fact]
    public void Every_button_has_a_row_and_every_row_is_one()
    {
        var verbs = typeof(BotServices).Assembly.GetType("EmployerCrm.Bot.Cards.Verbs", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(verbs.Order(StringComparer.Ordinal), RolesTable.Buttons.Select(row => row.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_verb_of_the_host_has_a_row_and_every_row_is_one() => Assert.Equal(
        CommandLine.Root(TextWriter.Null).Subcommands.SelectMany(command => Leaves(command, "")).Order(StringComparer.Ordinal),
        RolesTable.Verbs.Select(row => row.What).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Leaves(Command command, string before) =>
        command.Subcommands.Count == 0 ? [before + command.Name] : command.Subcommands.SelectMany(inner => Leaves(inner, before + command.Name + " "));
}
