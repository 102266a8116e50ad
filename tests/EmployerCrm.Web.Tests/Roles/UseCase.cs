using System.Reflection;
using EmployerCrm.Core;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>A public method of the core that somebody calls as an actor. What runs inside the transaction of another is a part of that one.</summary>
internal sealed record UseCase(Type Service, MethodInfo Method)
{
    public static IReadOnlyList<UseCase> All { get; } =
    [
        .. from type in typeof(Actor).Assembly.GetExportedTypes()
           where type is { IsClass: true, IsInterface: false }
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let parameters = method.GetParameters()
           where parameters.Any(parameter => parameter.ParameterType == typeof(Actor)) && !parameters.Any(parameter => parameter.ParameterType == typeof(ICrmSession))
           where method.Name is not ("Equals" or "<Clone>$" or "Deconstruct")
           select new UseCase(type, method),
    ];

    /// <summary>"VisitLog.LogAsync", with the request where a name comes twice: "PlannedVisits.Prepare(MoveVisit)".</summary>
    public string Name => Service.GetMethods().Count(other => other.Name == Method.Name && other.DeclaringType == Service) == 1
        ? $"{Service.Name}.{Method.Name}"
        : $"{Service.Name}.{Method.Name}({Method.GetParameters()[1].ParameterType.Name})";

    /// <summary>Whether it takes a record, so that one of another team can be tried.</summary>
    public bool TakesRecord => Method.GetParameters().Any(parameter => Arguments.NamesRecord(parameter.ParameterType, parameter.Name!));
}
