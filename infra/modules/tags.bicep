metadata description = 'The type of resource tags.'

@export()
@description('Tags by name.')
type tags = {
  *: string
}
