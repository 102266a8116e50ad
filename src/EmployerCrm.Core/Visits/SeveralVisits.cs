namespace EmployerCrm.Core.Visits;

/// <summary>Several contacts told at once, each with what became of it, in the order they were told.</summary>
public sealed record SeveralLogged(IReadOnlyList<Outcome<VisitLogged>> Visits);
