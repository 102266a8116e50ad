using System.Reflection;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.Privacy;

public sealed class EveryPathTests
{
    private static readonly string[] FreeText = ["Notes", "Title", "Because", "JobTitle", "Needs", "BestTime", "Job", "Hours"];

    /// <summary>Commands are what a use case takes beside the person who acts.</summary>
    private static IEnumerable<Type> Commands =>
        typeof(FreeTextCheck).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => method.GetParameters()).Where(parameters => parameters.Length > 1 && parameters[0].ParameterType == typeof(Actor))
            .Select(parameters => parameters[1].ParameterType).Where(type => type.Assembly == typeof(FreeTextCheck).Assembly).Distinct();

    [Fact]
    public void Every_command_that_carries_free_text_takes_the_answer_to_the_guard()
    {
        var carrying = Commands.Where(CarriesFreeText).ToList();

        Assert.Contains(typeof(LogVisit), carrying);
        Assert.Contains(typeof(AddContact), carrying);
        Assert.Empty(carrying.Where(command => command.GetProperty("Guard")?.PropertyType != typeof(GuardDecision)).Select(command => command.Name));
    }

    private static bool CarriesFreeText(Type command) => command.GetProperties().Any(property =>
        property.CanWrite && ((property.PropertyType == typeof(string) && FreeText.Contains(property.Name, StringComparer.Ordinal)) || property.PropertyType == typeof(PromisedStep)
            || (property.Name == "Details" && CarriesFreeText(property.PropertyType))));
}
