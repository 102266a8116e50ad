using EmployerCrm.Core.Visits;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Visits;

internal static class Arbitraries
{
    public static Gen<StatedFacts> Stated() =>
        from purpose in OrNull<Purpose>()
        from reached in OrNull<Reached>()
        from present in YesNoOrNull()
        from specific in YesNoOrNull()
        from matches in YesNoOrNull()
        select new StatedFacts { Purpose = purpose, Reached = reached, ClientPresent = present, ClientSpecific = specific, MatchesPreferences = matches };

    public static Gen<ContactBackground> Background() =>
        from before in Gen.Choose(0, 3)
        from client in Gen.Elements(0, 1, 2)
        from role in Gen.Elements(null, "manager", "receptionist")
        from named in Gen.Elements(true, false)
        select new ContactBackground(before, client > 0, client > 1, named || role is not null, role);

    public static Gen<Visit> Visit() =>
        from stated in Stated()
        from background in Background()
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from state in Gen.Elements(Enum.GetValues<VisitState>())
        select new Visit
        {
            Id = Guid.Empty, EmployerId = Guid.Empty, SpecialistId = Guid.Empty, TeamId = Guid.Empty,
            ContactId = background.ContactNamed ? Guid.Empty : null, ClientId = background.ClientNamed ? Guid.Empty : null,
            State = state, Channel = channel, On = new DateOnly(2026, 11, 18), Facts = ContactProposal.Of(stated, background),
            LoggedAt = DateTimeOffset.UnixEpoch, Version = 1,
        };

    private static Gen<T?> OrNull<T>()
        where T : struct, Enum =>
        Gen.Elements([null, .. Enum.GetValues<T>().Select(value => (T?)value)]);

    private static Gen<bool?> YesNoOrNull() => Gen.Elements<bool?>(null, true, false);
}
