namespace EmployerCrm.Web.Tests.Roles;

/// <summary>Where addresses and forms take a record, and which one of a team goes there.</summary>
internal static class Places
{
    /// <summary>The address with the team's records in it.</summary>
    public static string Fill(string pattern, World world)
    {
        var address = pattern;
        while (address.IndexOf('{', StringComparison.Ordinal) is var start and >= 0)
        {
            var end = address.IndexOf('}', start);
            var name = address[(start + 1)..end].Split(':')[0].TrimStart('*');
            address = address[..start] + Value(address[..start], name, world) + address[(end + 1)..];
        }

        return address;
    }

    /// <summary>Every name that a query or a form may give a record, with the team's record.</summary>
    public static IEnumerable<(string Name, string Value)> Names(World world) =>
    [
        ("employer", world.Employer.Id.ToString()), ("employerId", world.Employer.Id.ToString()), ("known", world.Employer.Id.ToString()), ("branch-of", world.Employer.Id.ToString()),
        ("visit", world.Held.Id.ToString()), ("plan", world.Planned.Id.ToString()), ("followUp", world.FollowUp.Id.ToString()), ("follow-up", world.FollowUp.Id.ToString()),
        ("draft", world.Draft.Id.ToString()), ("contact", world.Contact.Id.ToString()), ("opening", world.Opening.Id.ToString()), ("placement", world.Placement.Id.ToString()),
        ("step", world.Step.Id.ToString()), ("undo", world.Step.Id.ToString()), ("id", world.FollowUp.Id.ToString()), ("client", world.Client.Reference), ("tick", world.Client.Reference),
        ("draft", world.Draft.Id.ToString()), ("contact", world.Contact.Id.ToString()), ("opening", world.Opening.Id.ToString()), ("leave", world.Leave.Id.ToString()), ("placement", world.Placement.Id.ToString()),
        ("step", world.Step.Id.ToString()), ("undo", world.Step.Id.ToString()), ("id", world.FollowUp.Id.ToString()), ("client", world.Client.Reference),
        ("q", world.Client.Reference), ("line", $"visited {world.Employer.Name} with {world.Client.Reference}"), ("person", world.Specialist.Id.ToString()), ("owner", world.Specialist.Id.ToString()),
        ("view", world.View.Id.ToString()), ("team", world.Team.Id.ToString()),
        ("from", world.Specialist.Id.ToString()), ("to", world.Lead.Id.ToString()),
    ];

    /// <summary>What is typed stands in the page that refuses it: no secret of the team to whoever typed it.</summary>
    public static bool IsEcho(string name) => name is "client" or "tick" or "q" or "line";

    private static string Value(string before, string name, World world) => (name, before) switch
    {
        ("id", "/admin/outbox/") => world.Unsent.Id.ToString(),
        ("id", "/admin/people/") => world.Specialist.Id.ToString(),
        ("id", "/admin/teams/") => world.Team.Id.ToString(),
        ("id", "/clients/") => world.Client.Id.ToString(),
        ("visit", _) => world.Held.Id.ToString(),
        ("id", "/jobs/") => world.Placement.Id.ToString(),
        ("id", _) when before.Contains("contacts", StringComparison.Ordinal) => world.Contact.Id.ToString(),
        ("id", _) when before.Contains("openings", StringComparison.Ordinal) => world.Opening.Id.ToString(),
        ("id", _) when before.Contains("follow-up", StringComparison.Ordinal) || before == "/due/" => world.FollowUp.Id.ToString(),
        ("id", _) when before.Contains("visit", StringComparison.Ordinal) => world.Held.Id.ToString(),
        ("id", "/leave/") => world.Leave.Id.ToString(),
        ("id", _) when before.Contains("draft", StringComparison.Ordinal) => world.Draft.Id.ToString(),
        ("id", _) when before.Contains("views", StringComparison.Ordinal) => world.View.Id.ToString(),
        ("id", _) when before.Contains("employer", StringComparison.Ordinal) => world.Employer.Id.ToString(),
        ("employerId" or "employer", _) => world.Employer.Id.ToString(),
        ("contactId" or "contact", _) => world.Contact.Id.ToString(),
        ("openingId" or "opening", _) => world.Opening.Id.ToString(),
        ("language", _) => "en",
        ("name", "/team/schedules/") => "IPS",
        ("job", _) => "engagement-decay",
        ("name" or "file", _) => "site.css",
        _ => throw new InvalidOperationException($"Which record is {{{name}}} in {before}? Say so in Places."),
    };
}
