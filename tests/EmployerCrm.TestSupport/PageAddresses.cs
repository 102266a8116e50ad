namespace EmployerCrm.TestSupport;

/// <summary>A page that people open.</summary>
/// <param name="Pattern">As the host knows it.</param>
/// <param name="Example">An address of it, with the ids of records that are there for {employer}, {contact}, {person}, {colleague}, {followUp}, {team}, {leave}, {client} and {told}, an employer who may be told something of that client, {inWork}, a client in work, and {placement}, their job.</param>
/// <param name="For">"people", "admins", "leads" or "all", who need not be signed in.</param>
public sealed record PageAddress(string Pattern, string Example, string For = "people");

/// <summary>Every page of the host. One that is missing here fails a test, so that none is left out of the walk over them.</summary>
public static class PageAddresses
{
    public static readonly IReadOnlyList<PageAddress> All =
    [
        new("/", "/"),
        new("/about", "/about", "all"),
        new("/sign-in", "/sign-in", "all"),
        new("/log", "/log?employer={employer}"),
        new("/follow-ups", "/follow-ups?kind=promise"),
        new("/follow-ups/{id:guid}", "/follow-ups/{followUp}"),
        new("/follow-ups/give", "/follow-ups/give?until=2030-01-01&to={colleague}"),
        new("/team/overdue", "/team/overdue", "leads"),
        new("/team/schedules", "/team/schedules"),
        new("/team/schedules/{name}", "/team/schedules/IPS"),
        new("/employers", "/employers?cols=town,level,last,owner,knownby,owed,sector,tags&sort=level&dir=desc"),
        new("/employers/new", "/employers/new"),
        new("/employers/{id:guid}", "/employers/{employer}"),
        new("/employers/{id:guid}/edit", "/employers/{employer}/edit"),
        new("/employers/{id:guid}/level", "/employers/{employer}/level", "leads"),
        new("/employers/{id:guid}/contacts/new", "/employers/{employer}/contacts/new"),
        new("/employers/{id:guid}/openings/new", "/employers/{employer}/openings/new"),
        new("/clients/{id:guid}/care-team", "/clients/{client}/care-team"),
        new("/clients/{id:guid}/permissions", "/clients/{client}/permissions"),
        new("/clients/{id:guid}/permissions/give", "/clients/{client}/permissions/give?employer={told}"),
        new("/clients/{id:guid}/permissions/revisit", "/clients/{client}/permissions/revisit?employer={told}"),
        new("/clients/{id:guid}/permissions/revoke", "/clients/{client}/permissions/revoke?employer={told}"),
        new("/contacts/{id:guid}/edit", "/contacts/{contact}/edit"),
        new("/clients", "/clients"),
        new("/clients/new", "/clients/new"),
        new("/clients/programmes", "/clients/programmes"),
        new("/clients/record", "/clients/record"),
        new("/clients/{id:guid}", "/clients/{inWork}?all=1"),
        new("/clients/{id:guid}/close", "/clients/{inWork}/close"),
        new("/clients/{id:guid}/edit", "/clients/{inWork}/edit"),
        new("/clients/{id:guid}/jobs/new", "/clients/{inWork}/jobs/new?employer={employer}"),
        new("/clients/{id:guid}/step-down", "/clients/{inWork}/step-down"),
        new("/jobs/{id:guid}", "/jobs/{placement}"),
        new("/jobs/{id:guid}/edit", "/jobs/{placement}/edit"),
        new("/jobs/{id:guid}/end", "/jobs/{placement}/end"),
        new("/openings", "/openings"),
        new("/search", "/search?q=care"),
        new("/admin/jobs", "/admin/jobs", "admins"),
        new("/settings", "/settings"),
        new("/leave/new", "/leave/new"),
        new("/leave/{id:guid}", "/leave/{leave}"),
        new("/team/leave", "/team/leave", "leads"),
        new("/admin/outbox", "/admin/outbox", "admins"),
        new("/admin/people", "/admin/people", "admins"),
        new("/admin/people/{id:guid}", "/admin/people/{person}", "admins"),
        new("/admin/teams", "/admin/teams", "admins"),
        new("/admin/teams/{id:guid}", "/admin/teams/{team}", "admins"),
    ];

    /// <summary>What is asked for by GET and is no page to look at: parts, files, ways to elsewhere, and what is shown only while nothing is set up.</summary>
    public static readonly IReadOnlyCollection<string> NoPages =
    [
        "/search/suggestions", "/assets/{name}", "/language/{language}", "/admin", "/team", "/healthz/live", "/healthz/ready", "/metrics", "/dev/clock", "/sign-in/entra", "/set-up",
    ];
}
