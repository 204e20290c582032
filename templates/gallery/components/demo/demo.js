Component({
  properties: {
    title: String,
    hint: String,
  },
})
