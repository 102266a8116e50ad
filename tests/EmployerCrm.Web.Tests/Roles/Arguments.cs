using System.Reflection;
using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>Makes what a use case is called with, out of the records of one team, by the names of parameters and properties.</summary>
internal sealed class Arguments(World world, World other)
{
    // What a request holds that is not a record of anybody: a value that passes every check.
    private static readonly Dictionary<string, object> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = "New Name", ["EmployerName"] = "New Place", ["Title"] = "Ring back", ["JobTitle"] = "porter", ["Job"] = "porter", ["Text"] = "visited", ["Question"] = "employer",
        ["Answers"] = "{}", ["Reason"] = "told us", ["Words"] = "told us", ["Programme"] = "IPS in secondary care", ["Notes"] = "Fine.", ["AdminName"] = "Ada", ["TeamName"] = "Team",
        ["AdminObjectId"] = "ada", ["objectId"] = "somebody-new", ["Town"] = "Otley", ["postcode"] = "LS21 1AA", ["area"] = "LS21", ["place"] = "Otley",
    };

    public object?[] For(UseCase useCase, Actor actor, CancellationToken cancellationToken) =>
        [.. useCase.Method.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!, useCase.Name, actor, cancellationToken))];

    /// <summary>Whether a value of this name is a record's, of a team or of a client.</summary>
    public static bool NamesRecord(Type type, string name)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(Guid) || bare == typeof(IReadOnlyList<Guid>))
            return true;
        if (IsText(bare) && (name.EndsWith("reference", StringComparison.OrdinalIgnoreCase) || name.EndsWith("references", StringComparison.OrdinalIgnoreCase)))
            return true;
        return IsRequest(bare) && Filled(bare).Any(property => NamesRecord(property.PropertyType, property.Name));
    }

    private object? Value(Type type, string name, string useCase, Actor actor, CancellationToken cancellationToken)
    {
        if (type == typeof(Actor))
            return actor;
        if (type == typeof(CancellationToken))
            return cancellationToken;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Alongside<>))
            return null;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(Guid))
            return Key(name, useCase);
        if (bare == typeof(string) && useCase == "PeopleEditing.TakeRoleAsync")
            return world.Specialist.ObjectId;
        if (bare == typeof(string) && useCase.StartsWith("JobDesk", StringComparison.Ordinal))
            return "engagement-decay";
        if (bare == typeof(IReadOnlyList<ScheduleStep>))
            return ScheduleTemplate.Ips.Steps;
        if (bare == typeof(string) && useCase.StartsWith("TeamSchedules", StringComparison.Ordinal))
            return ScheduleTemplate.Ips.Name;
        if (bare == typeof(DateOnly) && useCase == "LeaveBook.BackAsync")
            return world.Leave.From.AddDays(1);
        if (bare == typeof(int) && (name == "expectedNumber" || useCase == "OwnSettings.ChangeAsync"))
            return 0;
        if (bare == typeof(string))
            return name.EndsWith("reference", StringComparison.OrdinalIgnoreCase) ? Reference(useCase) : Plain.GetValueOrDefault(name, "Otley");
        if (bare == typeof(DateOnly))
            return name is "until" ? world.Today.AddDays(1) : useCase.Contains("Job", StringComparison.Ordinal) || name.Contains("from", StringComparison.OrdinalIgnoreCase) ? world.Today.AddDays(-2) : world.Today;
        if (bare == typeof(DateTimeOffset))
            return new DateTimeOffset(world.Today, new TimeOnly(9, 0), TimeSpan.Zero);
        if (bare == typeof(int))
            return name.Contains("level", StringComparison.OrdinalIgnoreCase) ? 3 : name.Contains("size", StringComparison.OrdinalIgnoreCase) || name.Contains("max", StringComparison.OrdinalIgnoreCase) ? 20 : name.Equals("page", StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        if (bare == typeof(bool))
            return false;
        if (bare == typeof(TimeSpan))
            return TimeSpan.FromDays(7);
        if (bare.IsEnum)
            return Enum.GetValues(bare).GetValue(0);
        if (typeof(IReadOnlyList<Guid>).IsAssignableFrom(bare) || bare == typeof(IReadOnlyList<Guid>))
            return new List<Guid> { Key("EmployerId", useCase) };
        if (bare == typeof(IReadOnlyList<string>))
            return name.EndsWith("references", StringComparison.OrdinalIgnoreCase) ? new List<string> { Reference(useCase) } : new List<string>();
        return IsRequest(bare) ? Request(bare, useCase, actor, cancellationToken) : null;
    }

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(IReadOnlyList<string>);

    private static bool IsRequest(Type type) => type.Assembly == typeof(Actor).Assembly && type is { IsClass: true, IsAbstract: false };

    private static IEnumerable<PropertyInfo> Filled(Type type) => type.GetProperties().Where(property => property.SetMethod is not null
        && (property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute")
            || property.Name is "ClientReference" or "ClientReferences" or "ExpectedVersion" or "EmployerId" or "HandOverToId" or "Name" or "Job"));

    private object Request(Type type, string useCase, Actor actor, CancellationToken cancellationToken)
    {
        if (type.GetConstructor([]) is not { } plain)
        {
            var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
            return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!, useCase, actor, cancellationToken))]);
        }

        var request = plain.Invoke([]);
        foreach (var property in Filled(type))
            property.SetValue(request, Value(property.PropertyType, property.Name, useCase, actor, cancellationToken));
        return request;
    }

    private string Reference(string useCase) => useCase.StartsWith("JobEnds", StringComparison.Ordinal) || useCase.StartsWith("JobChanges", StringComparison.Ordinal) || useCase.StartsWith("SteppingDown", StringComparison.Ordinal)
        ? world.InWork.Reference : world.Client.Reference;

    private Guid Key(string name, string useCase) => (name.ToLowerInvariant(), useCase) switch
    {
        ("employerid" or "employer", _) => world.Employer.Id,
        ("clientid", _) => world.Client.Id,
        ("contactid" or "saidbyid", _) => world.Contact.Id,
        ("visitid", var call) when call.StartsWith("Planned", StringComparison.Ordinal) => world.Planned.Id,
        ("visitid", _) => world.Held.Id,
        ("followupid", _) => world.FollowUp.Id,
        ("draftid", _) => world.Draft.Id,
        ("openingid", _) => world.Opening.Id,
        ("stepid" or "undoid", _) => world.Step.Id,
        ("teamid", _) => world.Team.Id,
        ("toteamid", _) => other.Team.Id,
        ("handovertoid" or "toid", _) => world.Lead.Id,
        ("fromid", _) => world.Specialist.Id,
        ("specialistid" or "personid", _) => world.Specialist.Id,
        ("viewid", _) => world.View.Id,
        ("leaveid", _) => world.Leave.Id,
        ("placementid", _) => world.Placement.Id,
        ("id", var call) when call.StartsWith("People", StringComparison.Ordinal) || call.StartsWith("Handovers", StringComparison.Ordinal) => world.Specialist.Id,
        ("id", var call) when call.StartsWith("OutboxDesk", StringComparison.Ordinal) => world.Unsent.Id,
        ("id", var call) when call.StartsWith("TeamEditing", StringComparison.Ordinal) => world.Team.Id,
        ("id", var call) when call.StartsWith("FollowUp", StringComparison.Ordinal) => world.FollowUp.Id,
        ("id", var call) when call.StartsWith("OpenQuestions", StringComparison.Ordinal) => world.Draft.Id,
        ("id" or "newid" or "newemployerid", _) => Guid.Parse("019a0000-0000-7000-8000-00000000abcd"),
        _ => throw new InvalidOperationException($"{useCase}: which record is {name}?"),
    };
}
